package loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Brings the class files up to date with the sources.
///
/// What changed is compiled by itself, strictly. If that shows others nothing new, nothing else is
/// touched; if it does, the rest of its part and all that is compiled with it follow, plainly. A
/// round that fails or is cut off leaves nothing that the next would take for current.
final class Build {
  /// With more changed files at once, Error Prone would take longer than a person waits.
  private static final int STRICT_AT_MOST = 40;

  private final House house;
  private final List<Part> parts;
  private final Compiler compiler;
  private final Set<String> touched = new HashSet<>();

  Build(House house) {
    this.house = house;
    this.parts = house.parts();
    this.compiler = new Compiler(house);
  }

  /// Brings `wanted` parts up to date, and those that they are compiled with.
  ///
  /// @param whenReady is told of each part as soon as it is
  /// @return whether everything could be compiled
  boolean bring(List<Part> wanted, Consumer<Part> whenReady) throws IOException {
    var underway = house.kept().resolve("underway");
    if (Files.exists(underway)) {
      forgetAll();
    }
    Files.createFile(underway);
    for (var part : parts) {
      boolean isWanted = wanted.stream().anyMatch(each -> each.equals(part) || each.knows(part));
      if (isWanted && !bring(part)) {
        Files.delete(underway);
        return false;
      }
      if (isWanted) {
        whenReady.accept(part);
      }
    }
    Files.delete(underway);
    return true;
  }

  /// Whether something of the module of `part` has been compiled.
  boolean isTouched(Part part) {
    return touched.contains(part.module());
  }

  /// Whether anything has been compiled.
  boolean isTouched() {
    return !touched.isEmpty();
  }

  private void forgetAll() throws IOException {
    for (var part : parts) {
      part.forget();
    }
    Files.delete(house.kept().resolve("underway"));
  }

  private boolean bring(Part part) throws IOException {
    Resources.copy(part, house.version());
    Templates.generate(part);
    var now = part.present();
    var then = part.compiled();
    var changed = new TreeSet<>(now.keySet());
    changed.removeIf(source -> Objects.equals(now.get(source), then.get(source)));
    var gone = new TreeSet<>(then.keySet());
    gone.removeAll(now.keySet());
    if (changed.isEmpty() && gone.isEmpty() && !part.isStale()) {
      return true;
    }
    touched.add(part.module());
    if (then.isEmpty() || changed.size() > STRICT_AT_MOST) {
      spread(part);
    } else if (!changed.isEmpty() || !gone.isEmpty()) {
      if (!compileChanged(part, changed, gone)) {
        return false;
      }
    }
    return !part.isStale() || compileWhole(part, now);
  }

  private boolean compileChanged(Part part, Set<Path> changed, Set<Path> gone) throws IOException {
    System.out.printf("  %s: %s%n", part.name(), Words.count(changed.size(), "changed file"));
    var aside = emptied(part.kept().resolve("aside"));
    var fresh = emptied(part.kept().resolve("fresh"));
    var affected = new HashSet<>(changed);
    affected.addAll(gone);
    for (var file : ClassFiles.of(part, affected)) {
      Folders.move(file, part.classes(), aside);
    }
    var with = new ArrayList<Path>(List.of(part.classes()));
    with.addAll(part.classpath());
    if (!changed.isEmpty() && !compiler.compileStrictly(sources(part, changed), with, fresh)) {
      Folders.move(aside, part.classes());
      return false;
    }
    if (Views.differ(aside, fresh, classFolders(part))) {
      spread(part);
    }
    Folders.move(fresh, part.classes());
    part.remember(part.present());
    return true;
  }

  private boolean compileWhole(Part part, Map<Path, String> now) throws IOException {
    System.out.printf("  %s: all of it%n", part.name());
    var fresh = emptied(part.kept().resolve("fresh"));
    if (!now.isEmpty()
        && !compiler.compilePlainly(sources(part, now.keySet()), part.classpath(), fresh)) {
      return false;
    }
    Folders.delete(part.classes());
    Folders.move(fresh, part.classes());
    Resources.copy(part, house.version());
    part.remember(now);
    part.setStale(false);
    return true;
  }

  /// Others see something new in `part`: its own other sources, and all that know it, must look.
  private void spread(Part part) throws IOException {
    for (var each : parts) {
      if (each.equals(part) || each.knows(part)) {
        each.setStale(true);
      }
    }
  }

  private static List<Path> sources(Part part, Set<Path> sources) {
    return sources.stream().map(part::source).toList();
  }

  /// Where others might name what `part` declares.
  private List<Path> classFolders(Part part) {
    return parts.stream()
        .filter(each -> each.equals(part) || each.knows(part))
        .map(Part::classes)
        .toList();
  }

  private static Path emptied(Path folder) throws IOException {
    Folders.delete(folder);
    return folder;
  }
}
