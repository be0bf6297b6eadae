package org.rollcall.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in words what a file system's exception means. Several hold only the file's name.
final class Faults {
  private Faults() {}

  static String words(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it is there already";
      case FileNotFoundException missing -> inParentheses(missing);
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> message(failure);
    };
  }

  /// `java.io` says `name (No such file or directory)`.
  private static String inParentheses(IOException failure) {
    var message = message(failure);
    var open = message.lastIndexOf('(');
    return open >= 0 && message.endsWith(")")
        ? message.substring(open + 1, message.length() - 1).toLowerCase(java.util.Locale.ROOT)
        : message;
  }

  private static String message(IOException failure) {
    var message = failure.getMessage();
    return message == null ? "no reason is given" : message;
  }
}
