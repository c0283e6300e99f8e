package org.redress.complaint.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where new files go; without a bucket they go into the database.
 *
 * @param bucket must exist
 * @param endpoint the store; without it, the one of Amazon in the region
 * @param region as the store calls it
 * @param accessKey who signs in; without it, as Amazon's tools find out on this machine
 * @param pathStyle whether the bucket is named in the path, as most stores but Amazon's want it
 * @param timeout how long one file may take
 */
@ConfigurationProperties("redress.file-store")
record FileStoreSettings(
    @DefaultValue("") String bucket,
    @Nullable URI endpoint,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("true") boolean pathStyle,
    @DefaultValue("30s") Duration timeout) {}
