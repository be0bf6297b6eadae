package loop;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Runs tests in a JVM of their own: the fast ones in a folder of class files, or the classes
/// named.
public final class Launch {
  private static final int LINES_OF_A_TRACE = 20;

  private Launch() {}

  /// The first argument is the folder; the others are names of classes.
  public static void main(String[] arguments) {
    var names = List.of(arguments).subList(1, arguments.length);
    var summary = new SummaryGeneratingListener();
    var slowest = new Slowest();
    LauncherFactory.create().execute(request(arguments[0], names), summary, slowest);
    var result = summary.getSummary();
    result.printFailuresTo(
        new PrintWriter(System.out, true, Charset.defaultCharset()), LINES_OF_A_TRACE);
    System.out.println(new Digest(result).text() + slowest.words());
    System.out.flush();
    System.exit(isFine(result, names) ? 0 : 1);
  }

  private static LauncherDiscoveryRequest request(String folder, List<String> names) {
    var request = LauncherDiscoveryRequestBuilder.request();
    return names.isEmpty()
        ? request
            .selectors(selectClasspathRoots(Set.of(Path.of(folder))))
            .filters(excludeTags("slow"), includeClassNamePatterns(".*Test"))
            .build()
        : request.selectors(names.stream().map(name -> selectClass(name)).toList()).build();
  }

  private static boolean isFine(TestExecutionSummary result, List<String> names) {
    return result.getTotalFailureCount() == 0
        && (names.isEmpty() || result.getTestsFoundCount() > 0);
  }
}
