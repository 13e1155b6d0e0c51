"""The ports of the use cases on AWS: each service's client is used here and only here.

`dynamodb` is the store, `s3` holds files and revisions, `messaging` sends events and
mail, `step_functions` carries out runs. An adapter for a new service is a module here,
or a package once it has several.
"""
