"""Plain text: what is known of strings before anybody asks what they mean. Knows no documents."""
