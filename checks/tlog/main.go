// Verifies what Taniq wrote with Go's own golang.org/x/mod/sumdb: tlog log FOLDER | tlog proofs FOLDER.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// must ends the program where something is not as it should be.
func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func mustHold(holds bool, what string) {
	if !holds {
		must(0, fmt.Errorf("does not hold: %s", what))
	}
}

func read(parts ...string) []byte {
	return must(os.ReadFile(filepath.Join(parts...)))
}

// head verifies the checkpoint of a log by its vkey.
func head(folder string) tlog.Tree {
	verifier := must(note.NewVerifier(strings.TrimSuffix(string(read(folder, "vkey")), "\n")))
	signed := must(note.Open(read(folder, "checkpoint"), note.VerifierList(verifier)))
	lines := strings.Split(signed.Text, "\n")
	mustHold(len(lines) == 4 && lines[0] == verifier.Name(), "origin, size and root of "+folder)
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: must(tlog.ParseHash(lines[2]))}
}

// name is the path of a tile as C2SP tlog-tiles writes it: Go's own has the height of tiles in it.
func name(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

// records reads the entries of a log: each has its length before it, in two bytes.
func records(folder string, size int64) [][]byte {
	var all [][]byte
	for first := int64(0); first < size; first += 256 {
		tile := tlog.Tile{H: 8, L: -1, N: first / 256, W: 256}
		if size-first < 256 {
			tile.W = int(size - first)
		}
		path := strings.Replace(name(tile), "tile/data/", "tile/entries/", 1)
		for rest := read(folder, path); len(rest) > 0; {
			length := binary.BigEndian.Uint16(rest)
			all = append(all, rest[2:2+length])
			rest = rest[2+length:]
		}
	}
	return all
}

func checkLog(folder string) {
	head := head(folder)
	all := records(folder, head.N)
	mustHold(int64(len(all)) == head.N, "the number of entries of "+folder)
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for n, record := range all {
		stored = append(stored, must(tlog.StoredHashes(int64(n), record, reader))...)
	}
	mustHold(must(tlog.TreeHash(head.N, reader)) == head.Hash, "the root of "+folder)
	tiles := tlog.NewTiles(8, 0, head.N)
	for i, tile := range tiles {
		if i+1 < len(tiles) && tiles[i+1].L == tile.L && tiles[i+1].N == tile.N {
			continue // it names a partial tile for every size on the way
		}
		expected := must(tlog.ReadTileData(tile, reader))
		mustHold(bytes.Equal(expected, read(folder, name(tile))), name(tile))
	}
	fmt.Printf("log of %d entries: signature, entries, tiles and root hold\n", head.N)
}

// proof is what proof/statement/<id>-<index>.json says of a statement.
type proof struct {
	Index int64
	Leaf  string
	Log   string
	Path  []string
}

func checkProofs(folder string) {
	files := must(filepath.Glob(filepath.Join(folder, "proof/statement/*.json")))
	for _, file := range files {
		var statement proof
		must(0, json.Unmarshal(read(file), &statement))
		head := head(filepath.Join(folder, "proof/log", statement.Log))
		var path tlog.RecordProof
		for _, sibling := range statement.Path {
			var hash tlog.Hash
			mustHold(copy(hash[:], must(hex.DecodeString(sibling))) == len(hash), "a hash in "+file)
			path = append(path, hash)
		}
		leaf := tlog.RecordHash([]byte(statement.Leaf))
		must(0, tlog.CheckRecord(path, head.N, head.Hash, statement.Index, leaf))
	}
	mustHold(len(files) > 0, "that there are statements")
	fmt.Printf("%d statements are in their logs\n", len(files))
}

func main() {
	switch os.Args[1] {
	case "log":
		checkLog(os.Args[2])
	case "proofs":
		checkProofs(os.Args[2])
	}
}
