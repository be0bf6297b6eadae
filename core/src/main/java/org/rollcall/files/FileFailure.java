package org.rollcall.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;

/// Says in words what a file system's exception means. Several hold only the file's name.
public final class FileFailure {
  private FileFailure() {}

  /// The reason, as the operating system gives it, without a full stop.
  public static String words(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "a file is there where a folder should be";
      case FileAlreadyExistsException exists ->
          exists.getReason() == null ? "it is there already" : exists.getReason();
      case DirectoryNotEmptyException _ -> "a folder is there, with files in it";
      case FileSystemLoopException _, NotLinkException _ -> "its links lead nowhere";
      case FileNotFoundException missing -> inParentheses(missing);
      case FileSystemException other when other.getReason() != null -> plain(other.getReason());
      case FileSystemException _ -> "no reason is given";
      default -> plain(message(failure));
    };
  }

  private static String plain(String reason) {
    return reason.equals("Not a directory") ? "a file is there where a folder should be" : reason;
  }

  /// `java.io` says `name (No such file or directory)`.
  private static String inParentheses(IOException failure) {
    var message = message(failure);
    var open = message.lastIndexOf('(');
    return open >= 0 && message.endsWith(")")
        ? message.substring(open + 1, message.length() - 1).toLowerCase(Locale.ROOT)
        : message;
  }

  private static String message(IOException failure) {
    var message = failure.getMessage();
    return message == null ? "no reason is given" : message;
  }
}
