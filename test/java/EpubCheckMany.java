// Checks many EPUBs in one Java machine: paths on standard input, one a line; messages as JSON on standard output,
// one a line. Run from source: java -cp epubcheck.jar EpubCheckMany.java

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

public final class EpubCheckMany {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // The checker talks on its own account; standard output holds messages only.
    System.setOut(System.err);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      EpubCheck check = new EpubCheck(new File(path), new Lines(path, out));
      check.setLocale(Locale.ENGLISH);
      check.doValidate();
    }
  }

  private static final class Lines extends MasterReport {
    private final String file;
    private final PrintStream out;

    Lines(String file, PrintStream out) {
      this.file = file;
      this.out = out;
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... args) {
      Severity severity = message.getSeverity();
      if (severity == Severity.USAGE || severity == Severity.SUPPRESSED) return;
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", file);
      line.put("id", message.getID().toString());
      line.put("severity", severity.toString().toLowerCase(Locale.ROOT));
      line.put("path", location.getPath());
      line.put("line", location.getLine());
      line.put("message", message.getMessage(args));
      try {
        out.println(JSON.writeValueAsString(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {}
  }
}
