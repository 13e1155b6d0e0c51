"""DynamoDB on SQLite: the operations that the system uses, as AWS answers them."""
