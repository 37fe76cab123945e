// Placeholder until the first file of PayoutSandbox lands.
