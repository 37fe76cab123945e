// Placeholder until the first file of JSONSchema lands.
