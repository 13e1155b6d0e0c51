"""Random `kill -9` of the local stack under load: nothing lost, nothing done twice."""
