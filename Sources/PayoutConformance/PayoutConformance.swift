// Placeholder until the first file of PayoutConformance lands.
