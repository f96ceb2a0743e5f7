package org.taniq.acquire.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/// A name server on the loopback, which has few names. Over UDP it gives what fits into 512 bytes.
public final class LocalNames implements AutoCloseable {
    private static final int MOST = 512;
    private static final int TTL = 60;

    private final Map<Name, Record> names = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedByStream = new AtomicInteger();
    private final DatagramSocket packets;
    private final ServerSocket streams;
    private boolean lying;

    private LocalNames() throws IOException {
        packets = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        streams = new ServerSocket(packets.getLocalPort(), 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::givePackets);
        Thread.ofPlatform().daemon().start(this::giveStreams);
    }

    public static LocalNames having(String name, List<String> pieces) throws IOException {
        var local = new LocalNames();
        var owner = Name.fromString(name, Name.root);
        local.names.put(
                owner,
                new TXTRecord(
                        owner,
                        DClass.IN,
                        TTL,
                        pieces.stream().map(LocalNames::escaped).toList()));
        return local;
    }

    private static String escaped(String piece) {
        return piece.replace("\\", "\\\\");
    }

    LocalNames alias(String name, String of) throws IOException {
        var owner = Name.fromString(name, Name.root);
        names.put(owner, new CNAMERecord(owner, DClass.IN, TTL, Name.fromString(of, Name.root)));
        return this;
    }

    /// Answers as if something else had been asked.
    public LocalNames lying() {
        lying = true;
        return this;
    }

    public String address() {
        return "127.0.0.1:" + packets.getLocalPort();
    }

    /// How many questions there were.
    public int asked() {
        return asked.get();
    }

    /// How many of them came over TCP.
    int askedByStream() {
        return askedByStream.get();
    }

    private Message answer(byte[] question) throws IOException {
        asked.incrementAndGet();
        var asked = new Message(question);
        var answer = new Message(asked.getHeader().getID() + (lying ? 1 : 0) & 0xFFFF);
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        var record = names.get(asked.getQuestion().getName());
        if (record == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            answer.addRecord(record, Section.ANSWER);
        }
        return answer;
    }

    private void givePackets() {
        var buffer = new byte[MOST];
        while (!packets.isClosed()) {
            try {
                var in = new DatagramPacket(buffer, buffer.length);
                packets.receive(in);
                var out = answer(Arrays.copyOf(buffer, in.getLength())).toWire(MOST);
                packets.send(new DatagramPacket(out, out.length, in.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void giveStreams() {
        while (!streams.isClosed()) {
            try (var socket = streams.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                askedByStream.incrementAndGet();
                var question = in.readNBytes(in.readUnsignedShort());
                var wire = answer(question).toWire();
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(wire.length);
                out.write(wire);
                out.flush();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        packets.close();
        streams.close();
    }
}
