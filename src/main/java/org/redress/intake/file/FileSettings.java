package org.redress.intake.file;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken; of others the sender is told.
 *
 * @param largest a larger one is not
 * @param most of more with one message, the first are
 * @param refused endings of names, and media types as their content shows, that are not
 */
@ConfigurationProperties("redress.intake.files")
record FileSettings(
    @DefaultValue("25MB") DataSize largest,
    @DefaultValue("30") int most,
    @DefaultValue({
          "bat",
          "cmd",
          "com",
          "exe",
          "hta",
          "jar",
          "js",
          "jse",
          "lnk",
          "msi",
          "pif",
          "ps1",
          "scr",
          "vbe",
          "vbs",
          "wsf",
          "application/x-dosexec",
          "application/x-msdownload"
        })
        List<String> refused) {}
