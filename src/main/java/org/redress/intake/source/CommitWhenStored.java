package org.redress.intake.source;

import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.consumer.CommitManager;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommitFactory;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Commits a record's offset when its route has ended well, which is when the complaint is stored.
 * Kafka's own commit by the clock would also count records that nobody has stored yet.
 */
final class CommitWhenStored extends DefaultKafkaManualCommitFactory {

  @Override
  public KafkaManualCommit newInstance(
      CamelExchangePayload camel, KafkaRecordPayload kafka, CommitManager commits) {
    var commit = super.newInstance(camel, kafka, commits);
    camel
        .exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onComplete(Exchange exchange) {
                commit.commit();
              }
            });
    return commit;
  }
}
