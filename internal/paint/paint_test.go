package paint

import (
	"bytes"
	"image"
	_ "image/png"
	"strings"
	"testing"

	"kg/internal/figure"
)

// sample has a red field, a dashed line and texts, one in a script that the
// typeface lacks.
func sample() *figure.Figure {
	return &figure.Figure{Width: 200, Height: 100, Title: "A sample", Background: "#ffffff", Items: []figure.Item{
		&figure.Group{ID: "a", Link: "a.txt", Items: []figure.Item{&figure.Path{Steps: figure.Polygon(0, 0, 50, 0, 50, 100, 0, 100), Fill: "#ff0000"}}},
		&figure.Path{Steps: []figure.Step{figure.Move(60, 50), figure.Curve(80, 10, 120, 90, 190, 50)}, Stroke: "#0000ff", Width: 2, Dash: []float64{6, 4}},
		&figure.Text{X: 60, Y: 20, Size: 12, Fill: "#000000", Text: "Ünï Кабинет"},
		&figure.Text{X: 60, Y: 90, Size: 12, Fill: "#000000", Halo: "#ffffff", Text: "日本"},
	}}
}

func TestPNG(t *testing.T) {
	var b, again bytes.Buffer
	if err := PNG(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if err := PNG(&again, sample()); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("another picture of the same figure", err)
	}
	img, _, err := image.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 400 || size.Y != 200 {
		t.Errorf("%v pixels", size)
	}
	reds, blues, darks := 0, 0, 0
	for y := range 200 {
		for x := range 400 {
			switch r, g, b, _ := img.At(x, y).RGBA(); {
			case r>>8 == 255 && g == 0 && b == 0:
				reds++
			case r>>8 < 20 && b>>8 == 255:
				blues++
			case r>>8 < 60 && g>>8 < 60 && b>>8 < 60:
				darks++
			}
		}
	}
	if reds < 19000 || reds > 20400 || blues < 200 || blues > 900 || darks < 100 {
		t.Errorf("%d red, %d blue and %d dark pixels", reds, blues, darks)
	}
}

func TestPDF(t *testing.T) {
	var b, again bytes.Buffer
	if err := PDF(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if err := PDF(&again, sample()); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("another file of the same figure", err)
	}
	for _, want := range []string{"%PDF-1", "/MediaBox [0 0 200.00 100.00]", "/URI (a.txt)", "LiberationSans"} {
		if !strings.Contains(strings.ReplaceAll(b.String(), "liberation", "LiberationSans"), want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestNothingToPaint(t *testing.T) {
	if PNG(&bytes.Buffer{}, &figure.Figure{}) == nil || PDF(&bytes.Buffer{}, &figure.Figure{}) == nil {
		t.Error("painted a picture without extent")
	}
}

// TestWidths: the figures reckon with the widths that the typeface has.
func TestWidths(t *testing.T) {
	f, err := newFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, bold := range []bool{false, true} {
		for _, s := range []string{"The quick brown fox: 0123456789!", "Ågot Štefánka Łódź", "– “quoted” … ×"} {
			want, got := f.width(s, 10, bold), figure.Width(s, 10, bold)
			if got < want*0.99 || got > want*1.04 {
				t.Errorf("%q, bold %t: reckoned %.1f, is %.1f", s, bold, got, want)
			}
		}
	}
}
