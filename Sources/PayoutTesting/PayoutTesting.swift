// Placeholder until the first file of PayoutTesting lands.
