package org.rollcall.notify;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An incoming webhook of Slack, Mattermost or Rocket.Chat. Anyone who knows its address can write
/// to the channel, so only its host is shown.
public final class Slack implements Notifier {
  private final URI url;
  private final Post post;

  public Slack(URI url, Post post) {
    this.url = url;
    this.post = post;
  }

  @Override
  public String name() {
    return "Slack at " + url.getHost();
  }

  @Override
  public void send(Message message) throws Undelivered, InterruptedException {
    var text = "*%s*\n%s".formatted(message.title(), String.join("\n", message.lines()));
    var body = JsonMapper.shared().writeValueAsString(Map.of("text", escaped(text)));
    post.json(url, body, Map.of());
  }

  /// Escapes the three characters of Slack's markup; without this a text could notify a whole
  /// channel.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
