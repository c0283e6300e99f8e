package org.redress.complaint.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner, which speaks the protocol of ClamAV's clamd.
 *
 * @param host without it, files are not scanned
 * @param timeout how long it may take to answer
 * @param look how often files that could not be scanned are tried again
 */
@ConfigurationProperties("redress.virus-scanner")
record ScanSettings(
    @DefaultValue("") String host,
    @DefaultValue("3310") int port,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("30s") Duration look) {}
