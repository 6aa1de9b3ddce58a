"""The window "Belum diambil": finished documents that wait on the shelf."""
