package org.redress.intake.channel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Consumer;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.intake.channel.ChannelLoader.RouteFile;
import org.redress.intake.channel.guard.RouteGuard.Outline;
import org.redress.intake.source.Connection;
import org.redress.text.Text;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The channels and how they are doing, for screens and as the health indicator {@code channels}.
 */
@Component("channels")
public class Channels implements HealthIndicator {

  private final ChannelLoader loader;
  private final DefaultCamelContext live;

  Channels(ChannelLoader loader, DefaultCamelContext live) {
    this.loader = loader;
    this.live = live;
  }

  /** All channels by file, also those that could not be loaded. */
  public List<Channel> list() {
    return loader.files().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(file -> channels(file.getKey(), file.getValue()))
        .toList();
  }

  /** UP when every file's channels take messages and each source could be reached once. */
  @Override
  public Health health() {
    var channels = list();
    var health =
        channels.stream().allMatch(Channel::ready) && live.isStarted()
            ? Health.up()
            : Health.down();
    channels.forEach(
        channel ->
            health.withDetail(
                channel.name(), channel.problem() == null ? "ready" : channel.problem().en()));
    return health.build();
  }

  private Stream<Channel> channels(String file, RouteFile loaded) {
    var problem = loaded.problem() == null ? null : loaded.problem().then(meanwhile(loaded));
    if (loaded.routes().isEmpty()) {
      return problem == null
          ? Stream.empty() // shared error handling is no channel
          : Stream.of(new Channel(file, "", file, false, problem));
    }
    return loaded.routes().stream().map(route -> channel(file, route, problem));
  }

  private static Text meanwhile(RouteFile loaded) {
    return loaded.serving() == null
        ? new Text(" Until then its channels are off; all others run.", "在此之前该渠道关闭，其他渠道照常运行。")
        : new Text(" Until then its last good version goes on.", "在此之前沿用上一个可用版本。");
  }

  private Channel channel(String file, Outline outline, @Nullable Text problem) {
    var route = live.getRoute(outline.id());
    boolean ready = live.getRouteController().getRouteStatus(outline.id()) == ServiceStatus.Started;
    var connection = route == null ? null : connection(route.getConsumer());
    if (connection != null) {
      ready = ready && connection.connectedOnce();
      problem = problem == null ? connection.problem().orElse(null) : problem;
    }
    if (problem == null && !ready) {
      problem = new Text("not started yet", "尚未启动");
    }
    return new Channel(outline.id(), outline.description(), file, ready, problem);
  }

  private static @Nullable Connection connection(Consumer consumer) {
    if (consumer instanceof Connection own) {
      return own;
    }
    return consumer instanceof ScheduledPollConsumer polling
            && polling.getPollStrategy() instanceof Connection polls
        ? polls
        : null;
  }
}
