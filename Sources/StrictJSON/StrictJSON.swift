// Placeholder until the first file of StrictJSON lands.
