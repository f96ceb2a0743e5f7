// A peer in `bench/run seal`: every file of a folder hashed, encrypted with Go's own filippo.io/age to one recipient into a file of its
// own that is named by the SHA-256 of what is in it, and durable, eight brought to the disk at once, in groups of 256. Nothing is packed, and
// there is no log, no statement and no opening. Two arguments: the folder and a new one.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"filippo.io/age"
)

const (
	together = 8
	group    = 256
)

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// encrypted writes what the file holds under a name that is not yet its own, and says which that is.
func encrypted(from, to string, recipient age.Recipient) (*os.File, string) {
	in := must(os.Open(from))
	defer in.Close()
	out := must(os.CreateTemp(to, "tmp-"))
	name, plain := sha256.New(), sha256.New()
	age := must(age.Encrypt(io.MultiWriter(out, name), recipient))
	must(io.Copy(io.MultiWriter(age, plain), in))
	check(age.Close())
	plain.Sum(nil)
	return out, hex.EncodeToString(name.Sum(nil))
}

// durable brings a file to the disk and gives it its name.
func durable(file *os.File, to string) {
	check(file.Sync())
	check(file.Close())
	check(os.MkdirAll(filepath.Dir(to), 0o700))
	check(os.Rename(file.Name(), to))
}

func synced(folder string) {
	opened := must(os.Open(folder))
	check(opened.Sync())
	check(opened.Close())
}

func main() {
	from, to := os.Args[1], os.Args[2]
	check(os.Mkdir(to, 0o700))
	recipient := must(age.GenerateX25519Identity()).Recipient()
	names := must(os.ReadDir(from))
	for len(names) > 0 {
		n := len(names)
		if n > group {
			n = group
		}
		var all sync.WaitGroup
		free := make(chan bool, together)
		folders := map[string]bool{to: true}
		for _, each := range names[:n] {
			file, name := encrypted(filepath.Join(from, each.Name()), to, recipient)
			blob := filepath.Join(to, name[:2], name+".age")
			folders[filepath.Dir(blob)] = true
			all.Add(1)
			free <- true
			go func() {
				durable(file, blob)
				<-free
				all.Done()
			}()
		}
		all.Wait()
		for folder := range folders {
			synced(folder)
		}
		names = names[n:]
	}
}
