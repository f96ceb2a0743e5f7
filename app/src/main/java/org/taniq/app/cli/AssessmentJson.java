package org.taniq.app.cli;

import java.math.BigDecimal;
import java.util.List;
import org.taniq.assess.Assessment;
import org.taniq.assess.Finding;
import org.taniq.base.Json;

/// An assessment as one line of JSON for other tools. Its decimals are why it is not a [Json] value: sealed
/// JSON has integers only, and this is never sealed.
final class AssessmentJson {
    private AssessmentJson() {}

    static String line(Assessment assessment, Lines.Extent extent) {
        var out = new StringBuilder(96);
        out.append("{\"language\":").append(string(assessment.language().code()));
        out.append(",\"attack\":").append(decimal(assessment.attack()));
        out.append(",\"labels\":[");
        String separator = "";
        for (Finding finding : assessment.findings()) {
            out.append(separator);
            finding(finding, out);
            separator = ",";
        }
        return out.append(ending(extent)).toString();
    }

    private static String ending(Lines.Extent extent) {
        return switch (extent) {
            case WHOLE -> "]}";
            case CUT -> "],\"truncated\":true}";
        };
    }

    private static void finding(Finding finding, StringBuilder out) {
        out.append("{\"label\":").append(string(finding.label().id()));
        out.append(",\"score\":").append(decimal(finding.score()));
        out.append(",\"judge\":").append(string(finding.judge().named()));
        out.append(",\"spans\":").append(spans(finding.spans()));
        out.append(",\"reason\":").append(string(finding.reason())).append('}');
    }

    private static String spans(List<Finding.Span> spans) {
        return Json.of(spans.stream()
                        .map(span -> Json.of(List.of(Json.of(span.from()), Json.of(span.to()))))
                        .toList())
                .canonical();
    }

    private static String string(String value) {
        return Json.of(value).canonical();
    }

    /// At most four decimals, no exponent, no trailing zeros.
    private static String decimal(double value) {
        return BigDecimal.valueOf(Math.round(value * 10_000), 4)
                .stripTrailingZeros()
                .toPlainString();
    }
}
