// Placeholder until the first file of HTTPWire lands.
