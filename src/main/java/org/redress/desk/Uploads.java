package org.redress.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.redress.intake.PostedComplaint;
import org.springframework.web.multipart.MultipartFile;

/** Files that customers send with a form, as the intake takes them. */
public final class Uploads {

  private Uploads() {}

  /** The files; a field that was left empty is none. */
  public static List<PostedComplaint.File> files(List<MultipartFile> sent) {
    var files = new ArrayList<PostedComplaint.File>();
    for (var file : sent) {
      var name = file.getOriginalFilename();
      if (file.isEmpty() && (name == null || name.isEmpty())) {
        continue;
      }
      try {
        files.add(
            new PostedComplaint.File(
                name == null ? "file" : name, file.getContentType(), file.getBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("the file %s cannot be read".formatted(name), e);
      }
    }
    return files;
  }
}
