// Placeholder until the first file of PayoutContract lands.
