"""The window "Daftar pengiriman": batches for Dispendukcapil and what comes back of them."""
