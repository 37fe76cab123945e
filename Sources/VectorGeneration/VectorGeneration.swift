// Placeholder until the first file of VectorGeneration lands.
