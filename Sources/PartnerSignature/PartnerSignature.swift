// Placeholder until the first file of PartnerSignature lands.
