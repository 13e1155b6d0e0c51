"""The local stack: the deployed system on one machine, on moto, without an account.

It imports every other package of the project; none imports it.
"""
