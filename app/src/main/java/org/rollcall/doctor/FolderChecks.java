package org.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.files.FileFailure;
import org.rollcall.files.PrivateFolder;

/// The checks of this machine.
public final class FolderChecks {
  private FolderChecks() {}

  /// Whether Rollcall can keep what the next run should know, and whether there is room for it.
  public static List<Check> of(Path folder) {
    return List.of(new Writable(folder), new Room(folder));
  }

  /// The folder itself, or its nearest parent that exists.
  private static Path existing(Path folder) {
    var place = folder.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  private record Writable(Path folder) implements Check {
    @Override
    public String subject() {
      return "Folder " + folder.getFileName();
    }

    @Override
    public List<Finding> look() {
      try {
        Files.delete(Files.createTempFile(existing(folder), "rollcall-doctor", ".tmp"));
        return judged();
      } catch (IOException failed) {
        return List.of(
            new Finding.Wrong(
                subject(),
                "%s cannot be written: %s.".formatted(folder, FileFailure.words(failed)),
                "Let the user that runs Rollcall write there, or start it in another folder."));
      }
    }

    /// A folder that is not there is made for its owner alone.
    private List<Finding> judged() {
      if (!Files.isDirectory(folder)) {
        return List.of(new Finding.Good(subject(), "Can be written."));
      }
      try {
        new PrivateFolder(folder).open();
        return List.of(new Finding.Good(subject(), "Can be written."));
      } catch (IOException refused) {
        return List.of(
            new Finding.Wrong(
                subject(), "Cannot be used: %s.".formatted(FileFailure.words(refused)), ""));
      }
    }
  }

  private record Room(Path folder) implements Check {
    private static final long LEAST = 64;
    private static final long LITTLE = 512;

    @Override
    public String subject() {
      return "Free disk";
    }

    @Override
    public List<Finding> look() {
      try {
        return List.of(judged(Files.getFileStore(existing(folder)).getUsableSpace() >> 20));
      } catch (IOException _) {
        return List.of(
            new Finding.Warning(subject(), "The free space is not known.", "Look at it yourself."));
      }
    }

    private Finding judged(long mebibytes) {
      var found = "%,d MiB.".formatted(mebibytes);
      var advice = "Make room: logs, reports and history need it.";
      if (mebibytes < LEAST) {
        return new Finding.Wrong(subject(), found, advice);
      }
      return mebibytes < LITTLE
          ? new Finding.Warning(subject(), found, advice)
          : new Finding.Good(subject(), found);
    }
  }
}
