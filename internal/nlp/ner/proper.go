package ner

import (
	"strings"
)

// title reports whether the word i is a title or part of one.
func (f *finder) title(i int) bool {
	return f.marks[i]&(honorific|rank|office|kinship) != 0
}

// people reports whether the word i is only a people's adjective or its members.
func (f *finder) people(i int) bool {
	if f.marks[i]&(adjective|community) == 0 || f.marks[i]&(countryFirst|countryMore|orgFirst) != 0 {
		return false
	}
	return !f.peopleAsFamily(i)
}

// peopleAsFamily reports whether a people's name follows another word of a
// name: "Thabo Sotho".
func (f *finder) peopleAsFamily(i int) bool {
	if i == 0 || f.marks[i]&community == 0 || !f.upper[i-1] || f.words[i-1].XPOS != "NNP" || f.marks[i-1]&(adjective|community|common|honorific|rank|office|countryFirst|countryMore) != 0 {
		return false
	}
	return i+1 == len(f.words) || f.words[i+1].UPOS != "NOUN" && !f.upper[i+1]
}

// proper reports whether the word i can be part of a name: it is tagged as a
// proper noun, or has a capital where only names do.
func (f *finder) proper(i int) bool {
	w := &f.words[i]
	if !f.upper[i] || calendar[w.Form] && !f.calledMonth(i) || f.people(i) || courtesies[w.Form] || address(w.Form) || f.hyphenWord(i) {
		return false
	}
	if strings.HasPrefix(w.XPOS, "NNP") {
		return true
	}
	return i > 0 && f.casing == 1 && len(w.Form) > 1 && !opens(f.words[i-1].Form) && content[w.UPOS]
}

// calledMonth reports whether a word of the calendar is a given name.
func (f *finder) calledMonth(i int) bool {
	return f.marks[i]&given != 0 && i+1 < len(f.words) && f.upper[i+1] && f.words[i+1].UPOS == "PROPN" && !f.has(i+1, countryFirst|bigCity|office) && (i == 0 || f.words[i-1].UPOS != "ADP" && f.words[i-1].UPOS != "ADJ" && f.words[i-1].UPOS != "NUM")
}

// address reports whether a form is a web or mail address, the name of a file
// or an amount.
func address(form string) bool {
	if dot := strings.LastIndexByte(form, '.'); dot > 0 && files[strings.ToLower(form[dot+1:])] {
		return true
	}
	return strings.ContainsAny(form, "@$€£%") || strings.Contains(form, "://") || strings.HasPrefix(form, "www.")
}

// files are the endings of files' names.
var files = map[string]bool{"pdf": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "ppt": true, "txt": true, "zip": true, "htm": true, "html": true, "jpg": true, "jpeg": true, "gif": true, "png": true, "exe": true}

// content are the tags of words with a meaning of their own.
var content = map[string]bool{"NOUN": true, "ADJ": true, "VERB": true, "X": true, "PROPN": true}

// opens reports whether a capital is due after form.
func opens(form string) bool {
	switch form {
	case "\"", "'", "(", "[", ":", ";", "—", "–", "-", "--", "*", "•", ".", "?", "!", "...", "/", "``":
		return true
	}
	return false
}

// calendar are proper nouns that name no thing of ours.
var calendar = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true, "September": true, "October": true, "November": true, "December": true,
	"Jan.": true, "Feb.": true, "Mar.": true, "Apr.": true, "Aug.": true, "Sept.": true, "Sep.": true, "Oct.": true, "Nov.": true, "Dec.": true,
	"Jan": true, "Feb": true, "Mar": true, "Apr": true, "Aug": true, "Sept": true, "Sep": true, "Oct": true, "Nov": true, "Dec": true,
	"Thanksgiving": true, "Hanukkah": true, "Passover": true, "Diwali": true, "Christmas": true, "Easter": true, "Ramadan": true, "God": true, "Allah": true, "Emeritus": true, "Rt": true, "GMT": true, "EST": true, "BST": true, "CET": true, "UTC": true, "AM": true, "PM": true,
}
