package org.redress.command;

import picocli.CommandLine.Command;

/** Names {@code serve} in the help; the service itself is started without this command line. */
@Command(name = "serve", description = "Start the service (the default).")
class ServeCommand {}
