// Placeholder until the first file of PayoutVectors lands.
