package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.read.bag.BagFile;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.eml.EmlFile;
import org.taniq.read.eml.MboxFile;
import org.taniq.read.file.WholeFile;
import org.taniq.read.mapped.MappedFile;
import org.taniq.read.meta.MetaJson;
import org.taniq.read.metahtml.MetaHtml;
import org.taniq.read.msgstore.WhatsAppMsgstore;
import org.taniq.read.pdf.Pdf;
import org.taniq.read.picture.PictureFile;
import org.taniq.read.post.TakeoutTable;
import org.taniq.read.post.XArchive;
import org.taniq.read.post.YtDlpChat;
import org.taniq.read.post.YtDlpInfo;
import org.taniq.read.proof.OpenTimestampsFile;
import org.taniq.read.proof.ProofModeFile;
import org.taniq.read.proof.TimeStampFile;
import org.taniq.read.record.Input;
import org.taniq.read.record.Parser;
import org.taniq.read.signal.SignalExport;
import org.taniq.read.telegram.TelegramJson;
import org.taniq.read.telegramhtml.TelegramHtml;
import org.taniq.read.web.HarFile;
import org.taniq.read.web.HtmlFile;
import org.taniq.read.web.MhtmlFile;
import org.taniq.read.web.WaczPackage;
import org.taniq.read.web.WaczPages;
import org.taniq.read.web.WarcFile;

/// The formats that are read. A new one is a line here.
final class Parsers {
    private Parsers() {}

    /// Every parser, the particular ones first; the last one takes anything. What a person can type into a message of
    /// one format must not make the file one of another: those stand first that go by how a file begins. Before all
    /// stand the mappings that a person gives.
    static List<Parser> all(Given given) {
        var all = new ArrayList<Parser>(given.mappings());
        all.addAll(List.of(
                new OpenTimestampsFile(),
                new TimeStampFile(),
                new ProofModeFile(),
                new BagFile(),
                new WarcFile(),
                new WaczPackage(),
                new WaczPages(),
                new HarFile(),
                new WhatsAppMsgstore(),
                new SignalExport(),
                new TakeoutTable(),
                new WhatsAppText(),
                new XArchive(),
                new TelegramJson(),
                new TelegramHtml(),
                new MetaJson(),
                new MetaHtml(),
                new YtDlpInfo(),
                new YtDlpChat()));
        all.addAll(MappedFile.OURS);
        all.addAll(List.of(
                new MhtmlFile(),
                new MboxFile(given.keys()),
                new EmlFile(given.keys()),
                new HtmlFile(),
                new Pdf(),
                new PictureFile(),
                new WholeFile()));
        return all;
    }

    /// The first parser that knows the input.
    static Parser of(Input input, List<Parser> parsers) throws IOException {
        for (Parser parser : parsers) {
            if (parser.knows(input)) {
                return parser;
            }
        }
        throw new IllegalStateException("the last parser takes anything");
    }
}
