package org.rollcall.cli;

import org.rollcall.app.Version;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints, in one line: the version, the commit that it was built from, and the
/// Java that runs it.
final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var commit = Version.commit().map(each -> " (" + each + ")").orElse("");
    return new String[] {
      "rollcall %s%s, Java %s, %s".formatted(Version.number(), commit, Runtime.version(), machine())
    };
  }

  private static String machine() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
