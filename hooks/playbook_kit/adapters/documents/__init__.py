"""Papers as PDF, Word and OpenDocument files, and cards as pictures: the only place that knows what makes them."""
