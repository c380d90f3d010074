"""Who decides: the matrix, requests and their answers."""
