package org.rollcall.page.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The files that pages load, all of them from this service: its own styles and script, htmx with
/// its extension for server-sent events, and uPlot. Their address has a digest of what they hold,
/// so that a browser may keep them for ever.
public final class Assets {
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String HTMX = WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js";
  private static final String STREAMS = WEBJARS + "htmx-ext-sse/2.2.2/sse.js";
  private static final String PLOT = WEBJARS + "uplot/1.6.30/dist/";

  private static final Map<String, Asset> ALL = read();

  private Assets() {}

  /// A file.
  ///
  /// @param name as pages call it: `site.css`
  /// @param path its address
  /// @param type its media type
  @SuppressWarnings("ArrayRecordComponent") // nobody changes it
  public record Asset(String name, String path, String type, byte[] content) {}

  /// Where a file is.
  ///
  /// @throws IllegalArgumentException when there is none of that name
  public static String path(String name) {
    return Optional.ofNullable(ALL.get(name))
        .map(Asset::path)
        .orElseThrow(() -> new IllegalArgumentException("There is no asset " + name + "."));
  }

  /// All files.
  public static List<Asset> all() {
    return List.copyOf(ALL.values());
  }

  private static Map<String, Asset> read() {
    var all = new LinkedHashMap<String, Asset>();
    add(all, "site.css", "text/css; charset=utf-8", "/org/rollcall/page/page.css", "site.css");
    add(all, "plot.css", "text/css; charset=utf-8", PLOT + "uPlot.min.css");
    add(all, "site.js", "text/javascript; charset=utf-8", HTMX, STREAMS, "site.js");
    add(all, "plot.js", "text/javascript; charset=utf-8", PLOT + "uPlot.iife.min.js", "plot.js");
    add(all, "icon.svg", "image/svg+xml", "icon.svg");
    return all;
  }

  private static void add(Map<String, Asset> all, String name, String type, String... resources) {
    var content = joined(resources);
    var path = "/assets/%s/%s".formatted(digest(content), name);
    all.put(name, new Asset(name, path, type, content));
  }

  private static byte[] joined(String... resources) {
    var content = new ByteArrayOutputStream();
    for (var resource : resources) {
      try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
        in.transferTo(content);
        content.write('\n');
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
    return content.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
