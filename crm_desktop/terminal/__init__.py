"""The subcommands of `crm`; each module is loaded only when its command is used."""
