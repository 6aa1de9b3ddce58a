"""Looking at a PDF inside the program, printing it, saving it. QtPdf loads at the first preview."""
