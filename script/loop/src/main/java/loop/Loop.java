package loop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What `script/check` and `script/test` start.
public final class Loop {
  private final House house;
  private final Tests tests;
  private final Build build;

  private Loop(House house, List<String> options) {
    this.house = house;
    this.tests = new Tests(house, options);
    this.build = new Build(house);
  }

  /// The first argument is the project's root. The others are options for the tests' JVM and names
  /// of test classes; without a name all fast tests are run.
  public static void main(String[] arguments) throws Exception {
    var options = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (var argument : List.of(arguments).subList(1, arguments.length)) {
      (argument.startsWith("-") ? options : names).add(argument);
    }
    var house = House.at(Path.of(arguments[0]));
    try (var file =
            FileChannel.open(
                house.kept().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = file.lock()) {
      var loop = new Loop(house, options);
      System.exit((names.isEmpty() ? loop.check() : loop.test(names)) ? 0 : 1);
    } catch (IllegalArgumentException mistaken) {
      System.err.println(mistaken.getMessage());
      System.exit(64);
    }
  }

  /// The tests of what was compiled begin while the rest is still being compiled.
  private boolean check() throws IOException, InterruptedException {
    try (var running = new FastTests(tests)) {
      var untouched = new ArrayList<Part>();
      Consumer<Part> start =
          part -> {
            if (part.kind() == Part.Kind.TEST && build.isTouched(part)) {
              running.add(part);
            } else if (part.kind() == Part.Kind.TEST) {
              untouched.add(part);
            }
          };
      if (!compile(house.parts(), start)) {
        return false;
      }
      untouched.forEach(running::add);
      return running.await();
    }
  }

  private boolean test(List<String> names) throws IOException, InterruptedException {
    var found = TestClasses.find(house.parts(), names);
    if (!compile(List.copyOf(found.keySet()), _ -> {})) {
      return false;
    }
    boolean isFine = true;
    for (var each : found.entrySet()) {
      isFine &= tests.run(each.getKey(), each.getValue());
    }
    return isFine;
  }

  private boolean compile(List<Part> wanted, Consumer<Part> whenReady) throws IOException {
    var begin = System.nanoTime();
    if (!build.bring(wanted, whenReady)) {
      return false;
    }
    var took = Words.seconds(Duration.ofNanos(System.nanoTime() - begin));
    System.out.println(build.isTouched() ? "compiled in " + took : "nothing to compile");
    return true;
  }
}
