"""The window "Asli masih di kantor": citizens' own papers that the office keeps."""
