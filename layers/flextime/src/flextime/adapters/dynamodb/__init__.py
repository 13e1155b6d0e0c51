"""The store on one DynamoDB table (docs/adr/0003)."""
