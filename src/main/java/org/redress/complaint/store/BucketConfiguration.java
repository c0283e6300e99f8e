package org.redress.complaint.store;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket, on sites that have one. */
@Configuration
class BucketConfiguration {

  @Bean
  @ConditionalOnExpression("!'${redress.file-store.bucket:}'.isBlank()")
  Bucket bucket(FileStoreSettings settings) {
    var client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.timeout())
                    .socketTimeout(settings.timeout()))
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials(settings))
            .forcePathStyle(settings.pathStyle())
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            // Stores other than Amazon's do not know the newer check sums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(o -> o.apiCallTimeout(settings.timeout()));
    if (settings.endpoint() != null) {
      client.endpointOverride(settings.endpoint());
    }
    return new Bucket(client.build(), settings.bucket());
  }

  private static AwsCredentialsProvider credentials(FileStoreSettings settings) {
    return settings.accessKey().isEmpty()
        ? DefaultCredentialsProvider.create()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }
}
