package org.redress.desk.form;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of customers' forms.
 *
 * @param folder one file a form
 * @param look how often the files are looked at for changes
 * @param fillTime how long a browser without script must have had the form before it is taken
 * @param secret signs what a form proves; the same on all nodes, made anew at each start when empty
 * @param embedOn the sites that may show a form in a frame, as {@code https://shop.example.com}
 */
@ConfigurationProperties("redress.forms")
record FormSettings(
    @DefaultValue("config/forms") Path folder,
    @DefaultValue("2s") Duration look,
    @DefaultValue("5s") Duration fillTime,
    @DefaultValue("") String secret,
    @DefaultValue List<String> embedOn) {}
