package org.redress.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** A key with a certificate for this machine, made once by Java's own tool. */
public final class TestCertificate {

  /** Opens the store and its key. */
  public static final String PASSWORD = "changeit";

  private static final Path FILE = generate();

  private TestCertificate() {}

  /** The key and its certificate; the certificate alone is enough to trust it. */
  public static KeyStore store() {
    try (InputStream bytes = Files.newInputStream(FILE)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(bytes, PASSWORD.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the mail servers of the tests show this certificate; before the first of them starts. */
  public static void serve() {
    System.setProperty("greenmail.tls.keystore.file", FILE.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
  }

  private static Path generate() {
    try {
      var file = Files.createTempDirectory("certificate").resolve("keys.p12");
      var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
      var process =
          new ProcessBuilder(
                  tool.toString(),
                  "-genkeypair",
                  "-alias",
                  "test",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "san=dns:localhost,ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      var said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
